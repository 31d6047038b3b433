//! People who meet at hours of their own day, and whose days differ by half hours: every hour is kept, and little is lost.

use matching::samples::Shape;
use matching::{Options, Unobserved, check, solve};

#[test]
fn hours_that_differ_by_the_half_hour_are_kept_and_leave_a_small_gap() {
    for seed in [1, 2] {
        let problem = Shape::named("e300h").unwrap().problem(seed).unwrap();
        let options = Options { seed: 1, work: 2_000_000, ..Options::standard() };
        let solution = solve(&problem, &options, &mut Unobserved);
        assert_eq!(check(&problem, &solution.meetings), vec![], "seed {seed}");
        let people = &problem.input().people;
        for meeting in &solution.meetings {
            for who in [meeting.a, meeting.b] {
                assert!(people[who].available[meeting.slot], "seed {seed}: {meeting:?}");
            }
        }
        let mornings: std::collections::BTreeSet<_> =
            people.iter().map(|person| person.available.iter().position(|free| *free)).collect();
        assert!(mornings.len() > 8, "days that begin at {mornings:?}");
        let (figures, bounds) = (&solution.figures, &solution.bounds);
        assert_eq!((figures.mutual, figures.goals_filled), (bounds.mutual, bounds.goals), "seed {seed}");
        // Seen: four tenths of a percent.
        assert!(bounds.score - figures.score <= bounds.score / 50, "seed {seed}: {figures:?} of {bounds:?}");
    }
}
