//! The views of Jatak: the opt-in form, written once for the shop and for the hosted page, and the edge's own pages.
//!
//! Feature `ssr` renders to text, on the edge and in native tests. Feature `hydrate` is the WASM that takes over the
//! form in the browser. They exclude each other: leptos compiles both together without a word and is wrong.

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!("jatak-widget: enable `ssr` or `hydrate`, never both (never build this crate with --all-features)");
#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
compile_error!("jatak-widget: enable the feature `ssr` (to render) or `hydrate` (for the browser)");

// The form: what it says, what it is doing, how it looks.
pub mod form;
pub mod model;
pub mod state;
mod still;

// What the edge makes of it.
#[cfg(feature = "ssr")]
pub mod form_data;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod reserve;

// What the browser makes of it.
#[cfg(feature = "hydrate")]
pub mod browser;

#[cfg(all(test, feature = "ssr"))]
mod fixture;
