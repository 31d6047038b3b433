//! The lowest point under which no plane lies: the master problem of the cutting-plane method (Kelley, The cutting-plane
//! method for solving convex programs, J. SIAM 8, 1960).
//!
//! Of a convex function of a few prices, each at least 0 and at most the side of its box, some planes below it are known. The
//! master finds the prices at which the highest plane is lowest, by the revised simplex method on its dual: weights of planes
//! (which add up to 1) whose slopes cancel, as far as a price is inside its box.
//!
//! Numbers are fixed-point integers: the same on every machine, and not exact. That is enough, since whoever uses the prices
//! evaluates the function there anew.
//!
//! Complexity: a pivot is cubic in the number of prices, of which there are about ten at most.

#[cfg(test)]
mod tests;

/// Binary digits after the point.
const DIGITS: u32 = 40;
const ONE: i128 = 1 << DIGITS;
/// What counts as 0.
const TINY: i128 = 1 << 14;

/// The planes known so far.
#[derive(Debug, Clone)]
pub(crate) struct Planes {
    /// The greatest value of each price.
    sides: Vec<i64>,
    planes: Vec<(i64, Vec<i64>)>,
    basis: Vec<Column>,
    /// Elementary steps of all pivots.
    pub steps: u64,
}

/// A lowest point.
#[derive(Debug, Clone)]
pub(crate) struct Lowest {
    pub prices: Vec<i64>,
    /// The height there; a little off, as all that is not exact.
    pub value: i64,
    /// The planes that hold it up, by number, with their weights.
    pub weights: Vec<(usize, i128)>,
}

/// A column of the dual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Plane(usize),
    /// What slopes lack, at the cost of the side of the box.
    Lack(usize),
    /// What they have too much.
    Excess(usize),
}

/// The columns in fixed point: heights and slopes brought to at most about 1.
struct Scaled {
    reference: i64,
    height: i128,
    slope: Vec<i128>,
}

impl Planes {
    pub(crate) fn new(sides: Vec<i64>) -> Planes {
        Planes { sides, planes: Vec::new(), basis: Vec::new(), steps: 0 }
    }

    /// Adds the plane with a height at prices of 0 and a slope for each price.
    pub(crate) fn add(&mut self, height: i64, slopes: Vec<i64>) {
        if self.basis.is_empty() {
            self.basis.push(Column::Plane(0));
            let side = |(r, &slope): (usize, &i64)| match slope < 0 {
                true => Column::Lack(r),
                false => Column::Excess(r),
            };
            self.basis.extend(slopes.iter().enumerate().map(side));
        }
        self.planes.push((height, slopes));
    }

    /// The lowest point; at least one plane must be known.
    pub(crate) fn lowest(&mut self) -> Lowest {
        let scaled = self.scaled();
        let most = 40 + 4 * (self.planes.len() + self.sides.len());
        let mut inverse = self.inverse(&scaled);
        for _ in 0..most {
            let Some(known) = &inverse else { break };
            if !self.pivot(&scaled, known) {
                break;
            }
            let next = self.inverse(&scaled);
            if next.is_none() {
                break;
            }
            inverse = next;
        }
        self.point(&scaled, inverse)
    }

    fn scaled(&self) -> Scaled {
        let reference = self.planes[0].0;
        let slope: Vec<i128> = (0..self.sides.len())
            .map(|r| self.planes.iter().map(|p| i128::from(p.1[r]).abs()).max().unwrap_or(0).max(1))
            .collect();
        let heights = self.planes.iter().map(|p| (i128::from(p.0) - i128::from(reference)).abs());
        let sides = self.sides.iter().zip(&slope).map(|(&side, slope)| (i128::from(side) * slope) >> 10);
        let height = heights.chain(sides).max().unwrap_or(0).max(1);
        Scaled { reference, height, slope }
    }

    /// The entry of a column in a row; row 0 is the sum of the weights.
    fn entry(&self, scaled: &Scaled, column: Column, row: usize) -> i128 {
        match (column, row) {
            (Column::Plane(_), 0) => ONE,
            (Column::Plane(j), row) => i128::from(self.planes[j].1[row - 1]) * ONE / scaled.slope[row - 1],
            (Column::Lack(r), row) if r + 1 == row => ONE,
            (Column::Excess(r), row) if r + 1 == row => -ONE,
            _ => 0,
        }
    }

    fn worth(&self, scaled: &Scaled, column: Column) -> i128 {
        match column {
            Column::Plane(j) => {
                (i128::from(self.planes[j].0) - i128::from(scaled.reference)) * ONE / scaled.height
            }
            Column::Lack(r) => -(i128::from(self.sides[r]) * scaled.slope[r]) * ONE / scaled.height,
            Column::Excess(_) => 0,
        }
    }

    /// The inverse of the basis (Gauss, Jordan, with the greatest pivot of a column); none if it is too near to singular.
    fn inverse(&self, scaled: &Scaled) -> Option<Vec<Vec<i128>>> {
        let n = self.basis.len();
        let mut rows: Vec<Vec<i128>> = (0..n)
            .map(|row| {
                let mine = self.basis.iter().map(|&column| self.entry(scaled, column, row));
                mine.chain((0..n).map(|k| if k == row { ONE } else { 0 })).collect()
            })
            .collect();
        for at in 0..n {
            let best = (at..n).max_by_key(|&row| (rows[row][at].abs(), std::cmp::Reverse(row)))?;
            rows.swap(at, best);
            let pivot = rows[at][at];
            if pivot.abs() < TINY {
                return None;
            }
            for value in &mut rows[at] {
                *value = value.saturating_mul(ONE) / pivot;
            }
            let pivoted = rows[at].clone();
            for (row, mine) in rows.iter_mut().enumerate() {
                let factor = mine[at];
                if row != at && factor != 0 {
                    mine.iter_mut().zip(&pivoted).for_each(|(x, &p)| *x -= times(factor, p));
                }
            }
        }
        Some(rows.into_iter().map(|row| row[n..].to_vec()).collect())
    }

    /// The duals of the rows: the height, then the negated prices.
    fn duals(&self, scaled: &Scaled, inverse: &[Vec<i128>]) -> Vec<i128> {
        let worth: Vec<i128> = self.basis.iter().map(|&column| self.worth(scaled, column)).collect();
        (0..worth.len())
            .map(|k| worth.iter().zip(inverse).map(|(&worth, row)| times(worth, row[k])).sum())
            .collect()
    }

    /// Takes the best column in; false if none is better than 0.
    fn pivot(&mut self, scaled: &Scaled, inverse: &[Vec<i128>]) -> bool {
        let rows = self.basis.len();
        self.steps += (4 * rows * (rows * rows + self.planes.len())) as u64;
        let duals = self.duals(scaled, inverse);
        let reduced = |column: Column| {
            let paid = (0..duals.len()).map(|row| times(duals[row], self.entry(scaled, column, row)));
            self.worth(scaled, column) - paid.sum::<i128>()
        };
        let prices = 0..self.sides.len();
        let columns = (0..self.planes.len()).map(Column::Plane);
        let columns = columns.chain(prices.clone().map(Column::Lack)).chain(prices.map(Column::Excess));
        let mut best = (TINY, None);
        for column in columns.filter(|column| !self.basis.contains(column)) {
            let gain = reduced(column);
            if gain > best.0 {
                best = (gain, Some(column));
            }
        }
        let Some(entering) = best.1 else { return false };
        let n = self.basis.len();
        let step = |row: usize| -> i128 {
            (0..n).map(|k| times(inverse[row][k], self.entry(scaled, entering, k))).sum()
        };
        // The right-hand side is 1 for the weights and 0 else, so that the first column of the inverse is the solution.
        let ratio = |row: usize| {
            let step = step(row);
            (step > TINY).then(|| (inverse[row][0].max(0).saturating_mul(ONE) / step, row))
        };
        match (0..n).filter_map(ratio).min() {
            Some((_, leaving)) => {
                self.basis[leaving] = entering;
                true
            }
            None => false,
        }
    }

    fn point(&self, scaled: &Scaled, inverse: Option<Vec<Vec<i128>>>) -> Lowest {
        let Some(inverse) = inverse else {
            return Lowest { prices: vec![0; self.sides.len()], value: i64::MIN, weights: Vec::new() };
        };
        let duals = self.duals(scaled, &inverse);
        let price = |r: usize| {
            let price = (-duals[r + 1] * scaled.height / scaled.slope[r]) >> DIGITS;
            price.clamp(0, i128::from(self.sides[r])) as i64
        };
        let weights = self.basis.iter().enumerate().filter_map(|(row, column)| match column {
            Column::Plane(j) if inverse[row][0] > TINY => Some((*j, inverse[row][0])),
            _ => None,
        });
        Lowest {
            prices: (0..self.sides.len()).map(price).collect(),
            value: scaled.reference.saturating_add(((duals[0] * scaled.height) >> DIGITS) as i64),
            weights: weights.collect(),
        }
    }
}

fn times(a: i128, b: i128) -> i128 {
    a.saturating_mul(b) >> DIGITS
}
