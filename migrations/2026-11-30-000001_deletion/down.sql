DROP TABLE deletion_postponements;
DROP TABLE deletion_announcements;
DROP TABLE clock_memory;
