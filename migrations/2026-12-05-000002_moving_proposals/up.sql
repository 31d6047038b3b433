-- The meeting of the two that takes place in the proposed slot instead, if both agree; none where they would meet anew.
ALTER TABLE proposals ADD COLUMN instead_of TEXT;
