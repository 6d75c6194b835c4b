//! What the eye gets: the ink that is really there on the screen, and how it stands out from what is behind it.

use serde_json::{Value, json};

use crate::browser::Browser;

/// What is seen of a text.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    /// The contrast of the pixel that stands out most, as WCAG counts it: from 1 to 21.
    pub contrast: f64,
    /// How many pixels stand out by 4.5 : 1 and more.
    pub pixels: u64,
}

/// Finds the elements that match in the document and in the shadow roots below it.
const ALL: &str = "
    const all = (root, css) => [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.matches(css) ? [element] : []), ...(element.shadowRoot ? all(element.shadowRoot, css) : [])]);";

/// The contrast of two colours, each three numbers up to 255.
const CONTRAST: &str = "
    const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const contrast = (one, two) => {
        const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };";

/// Looks at the first element that matches, as it is painted, whatever lies over it. What is painted most often counts as
/// what is behind.
#[track_caller]
pub fn ink(browser: &Browser, css: &str) -> Ink {
    let place = browser.run_with(
        &format!(
            "{ALL} const place = all(document, arguments[0])[0].getBoundingClientRect();
             return {{ x: place.left + scrollX, y: place.top + scrollY, width: place.width, height: place.height, scale: 1 }};"
        ),
        vec![json!(css)],
    );
    let side = |name: &str| place[name].as_f64().unwrap_or_default();
    if side("width") < 1.0 || side("height") < 1.0 {
        return Ink { contrast: 1.0, pixels: 0 };
    }
    let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": place });
    let shot = browser.devtools("Page.captureScreenshot", wanted);
    let seen = browser.run_async(
        &format!(
            "{CONTRAST}
             const [picture, done] = arguments;
             const image = new Image();
             image.onload = () => {{
                 const canvas = Object.assign(document.createElement('canvas'), {{ width: image.width, height: image.height }});
                 const paint = canvas.getContext('2d', {{ willReadFrequently: true }});
                 paint.drawImage(image, 0, 0);
                 const counts = new Map();
                 const data = paint.getImageData(0, 0, image.width, image.height).data;
                 for (let i = 0; i < data.length; i += 4) {{
                     const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
                     counts.set(colour, (counts.get(colour) || 0) + 1);
                 }}
                 const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
                 const behind = parts([...counts].sort((a, b) => b[1] - a[1])[0][0]);
                 let [most, pixels] = [1, 0];
                 counts.forEach((count, colour) => {{
                     const ratio = contrast(parts(colour), behind);
                     most = Math.max(most, ratio);
                     if (ratio >= 4.5) pixels += count;
                 }});
                 done({{ contrast: most, pixels }});
             }};
             image.src = 'data:image/png;base64,' + picture;"
        ),
        vec![shot["data"].clone()],
    );
    Ink { contrast: seen["contrast"].as_f64().expect("a contrast"), pixels: seen["pixels"].as_u64().expect("a number") }
}

/// The contrast that each pair of colours in the form has, over the ground that the form really has: pairs of a selector
/// and a property, and one more for what is written on the button. In the order asked.
pub fn contrasts(browser: &Browser, asked: &[(&str, &str)]) -> Vec<f64> {
    let asked: Vec<Value> = asked.iter().map(|(css, property)| json!([css, property])).collect();
    let found = browser.run_with(
        &format!(
            "{ALL} {CONTRAST}
             const paint = Object.assign(document.createElement('canvas'), {{ width: 1, height: 1 }})
                 .getContext('2d', {{ willReadFrequently: true }});
             // Colours as they are painted, one over the other.
             const painted = (colours, opacity) => {{
                 colours.forEach((colour, i) => {{
                     paint.globalAlpha = i + 1 < colours.length ? 1 : opacity;
                     paint.fillStyle = colour;
                     paint.fillRect(0, 0, 1, 1);
                 }});
                 return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3);
             }};
             const style = (css) => getComputedStyle(all(document, css)[0]);
             const form = style('.form');
             // A theme's ground lies over the form's own; a browser that prints it otherwise would have it overlooked.
             const shade = /^linear-gradient\\((.*?\\)) 0px/.exec(form.backgroundImage);
             if (!shade) throw Error('no ground in ' + form.backgroundImage);
             const ground = [form.backgroundColor, shade[1]];
             return arguments[0].map(([css, property]) => {{
                 const behind = property === 'on' ? [...ground, style(css).backgroundColor] : ground;
                 const colour = style(css)[property === 'on' ? 'color' : property];
                 return contrast(painted(behind, 1), painted([...behind, colour], style(css).opacity));
             }});"
        ),
        vec![json!(asked)],
    );
    found.as_array().expect("a list").iter().map(|ratio| ratio.as_f64().expect("a contrast")).collect()
}
