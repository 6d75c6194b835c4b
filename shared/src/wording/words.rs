//! The macro that declares a group of texts together with the slots each must have.

/// A struct of texts. Each field is followed by its slots; tests read them through `each`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident [$($slot:ident)*],)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: &'static str,)+
        }

        #[cfg(test)]
        impl $name {
            /// Shows every text with its name and the slots it must have.
            pub(crate) fn each(&self, see: &mut dyn FnMut(&'static str, &[&'static str], &'static str)) {
                $(see(concat!(stringify!($name), ".", stringify!($field)), &[$(stringify!($slot)),*], self.$field);)+
            }
        }
    };
}
