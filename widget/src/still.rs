//! Still life: the parts of a view that never change once rendered.
//!
//! Most of the form is text that stands where it was painted. Hydration would walk through all of it and carry code for
//! every element. What is wrapped in `still!` is rendered like anything else on the edge, and left alone in the browser:
//! the WASM has neither its text nor its code.

/// Renders what it is given, on the edge; stands for it in the browser, where hydration passes it by. It must be the only
/// child of its element: hydration then goes past the element without looking inside.
#[cfg(feature = "ssr")]
macro_rules! still {
    ($content:expr) => {
        $content
    };
}

/// See the other one: in the browser the content is not even compiled.
#[cfg(feature = "hydrate")]
macro_rules! still {
    ($content:expr) => {
        $crate::still::Still
    };
}

/// The value of an attribute that never changes and is known on the edge only.
#[cfg(feature = "ssr")]
macro_rules! still_attribute {
    ($value:expr) => {
        $value
    };
}

/// See the other one.
#[cfg(feature = "hydrate")]
macro_rules! still_attribute {
    ($value:expr) => {
        ()
    };
}

pub(crate) use {still, still_attribute};

#[cfg(feature = "hydrate")]
pub(crate) use hydrate::Still;

#[cfg(feature = "hydrate")]
mod hydrate {
    use leptos::attr::Attribute;
    use leptos::attr::any_attribute::AnyAttribute;
    use leptos::prelude::*;
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::view::{Position, PositionState};

    /// What was rendered on the edge and stays as it is: nothing to build, nothing to keep.
    #[derive(Clone, Copy, Debug)]
    pub(crate) struct Still;

    impl Render for Still {
        type State = ();

        fn build(self) {}

        fn rebuild(self, (): &mut ()) {}
    }

    impl AddAnyAttr for Still {
        type Output<NewAttr: Attribute> = Self;

        fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
            self
        }
    }

    impl RenderHtml for Still {
        type AsyncOutput = Self;
        type Owned = Self;

        const MIN_LENGTH: usize = 0;
        // This is what makes the element skip its children.
        const EXISTS: bool = false;

        fn dry_resolve(&mut self) {}

        async fn resolve(self) -> Self {
            self
        }

        fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

        fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) {}

        fn into_owned(self) -> Self {
            self
        }
    }
}
