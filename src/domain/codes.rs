//! Kinds and states that are stored and sent by a code: each stands with its code in one place.

/// Defines an enum whose variants have codes, with `ALL`, `code` and `parse`.
macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$meta])*
        pub enum $name {
            $($(#[$doc])* $variant),*
        }

        impl $name {
            /// Each of them, in the order of forms and lists.
            pub const ALL: [$name; [$($code),*].len()] = [$($name::$variant),*];

            /// As stored, in forms and in files.
            pub const fn code(self) -> &'static str {
                match self {
                    $($name::$variant => $code),*
                }
            }

            /// Reads what `code` wrote.
            pub fn parse(code: &str) -> Option<$name> {
                $name::ALL.into_iter().find(|one| one.code() == code)
            }
        }
    };
}

pub(crate) use codes;
