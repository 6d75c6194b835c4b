//! Every text there is, by group: its id, its kind and its slots. Declared once; `shared/build` reads these files too, and
//! makes sure that each locale's file in `shared/locales` has every one of them and nothing else.
//!
//! They hold declarations only, since the build script can know no more of this crate. The file is called `mod.rs` so that its
//! neighbours are found from there as well.

mod choices;
mod embed;
mod error;
mod export;
mod form;
mod months;
mod pages;
mod presets;
mod receipt;
mod verify;
mod whatsapp;

pub use choices::ChoicesWords;
pub use embed::{EmbedWords, StatisticsWords};
pub use error::ErrorWords;
pub use export::ExportWords;
pub use form::{CapWords, Edition, FormErrors, FormLabels};
pub use months::MonthWords;
pub use pages::{CommonWords, ConfirmWords, HostedWords, NotFoundWords, StateWords};
pub use presets::PresetWords;
pub use receipt::ReceiptWords;
pub use verify::{FaultWords, VerifyWords};
pub use whatsapp::WhatsappWords;
