//! Whether a page fits the screen: nothing beyond its edges, nothing cut off.

use serde_json::json;

use crate::browser::Browser;

/// What does not fit, as the page is and with everything unfolded that can be: elements beyond an edge of the screen, or with text that is cut off. Code may be wider than its box,
/// which can then be scrolled (WCAG 1.4.10 exempts what needs two dimensions); a selector shortens what it shows and
/// opens to the whole.
pub fn misfits(browser: &Browser) -> Vec<String> {
    let found = browser.run(
        "const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [
             element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
         const width = document.documentElement.clientWidth;
         const told = (element, what) => `${element.tagName} ${element.className} ${what}: ${element.textContent.trim().slice(0, 60)}`;
         const judge = () => all(document.body).flatMap((element) => {
             // What is folded away has a place, and nobody sees it.
             if (!element.checkVisibility()) return [];
             if (element.closest('pre, option, .spoken, .skip, script, style, noscript')) return [];
             const box = element.getBoundingClientRect();
             if (!box.width || !box.height) return [];
             const style = getComputedStyle(element);
             if (box.left < -0.5 || box.right > width + 0.5) return [told(element, `from ${box.left} to ${box.right} of ${width}`)];
             const cut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
                 || style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
             return cut && !element.matches('html, body, select, input, textarea') ? [told(element, 'is cut off')] : [];
         });
         const scrolls = () => (document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []);
         const folded = all(document.body).filter((element) => element.matches('details:not([open])'));
         const found = [...judge(), ...scrolls()];
         folded.forEach((element) => { element.open = true; });
         found.push(...judge(), ...scrolls());
         folded.forEach((element) => { element.open = false; });
         return found;",
    );
    found.as_array().expect("a list").iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

/// Shows pages as a browser does that is zoomed: `percent` of a screen 1280 pixels wide.
pub fn zoom(browser: &Browser, percent: u32) {
    let (width, height) = (128_000 / percent, 80_000 / percent);
    let scale = f64::from(percent) / 100.0;
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
    browser.devtools("Emulation.setDeviceMetricsOverride", size);
    browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
}
