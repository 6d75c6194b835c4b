//! Pictures small enough to be kept: a page has few colours, save for the edges of its letters.

use std::collections::HashMap;
use std::io::Cursor;

use oxipng::{BitDepth, ColorType, Options, RGBA8, RawImage};

type Colour = [u8; 3];

/// Packs a PNG of three bytes a pixel, as Chromium takes them, to the 256 colours that it has most of; each other one
/// becomes the nearest of them.
pub fn pack(picture: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a picture that fits in memory")];
    let info = reader.next_frame(&mut bytes).expect("a whole PNG");
    let channels = info.color_type.samples();
    let pixels: Vec<Colour> =
        bytes[..info.buffer_size()].chunks_exact(channels).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();

    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in &pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_unstable_by_key(|(colour, count)| (usize::MAX - count, *colour));
    let palette: Vec<Colour> = colours.iter().take(256).map(|(colour, _)| *colour).collect();
    let nearest = |colour: &Colour| {
        let far = |other: &Colour| -> u32 { (0..3).map(|i| u32::from(colour[i].abs_diff(other[i])).pow(2)).sum() };
        (0..=u8::MAX).zip(&palette).min_by_key(|(_, other)| far(other)).map_or(0, |(index, _)| index)
    };
    let index: HashMap<Colour, u8> = colours.iter().map(|(colour, _)| (*colour, nearest(colour))).collect();
    let indices = pixels.iter().map(|pixel| index[pixel]).collect();

    let palette = palette.iter().map(|[r, g, b]| RGBA8::new(*r, *g, *b, 255)).collect();
    let image = RawImage::new(info.width, info.height, ColorType::Indexed { palette }, BitDepth::Eight, indices);
    image.expect("as many pixels as it has").create_optimized_png(&Options::from_preset(3)).expect("a packed picture")
}
