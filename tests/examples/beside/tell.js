// Waits until the page has come to rest: what is expected of it has happened, and for a second nothing was fetched and no
// task was long. `arguments`: the names of the moments to wait for, and the function to call.
const [moments, done] = arguments;
const begun = performance.now();
const quiet = 1000;
const look = () => {
  const { seen } = window;
  const resources = performance.getEntriesByType('resource').map(({ name, responseEnd }) => ({ url: name, end: responseEnd }));
  const navigation = performance.getEntriesByType('navigation')[0];
  const last = Math.max(
    navigation.loadEventEnd,
    ...moments.map((name) => seen[name] || 0),
    ...resources.map(({ end }) => end),
    ...seen.tasks.map(({ start, duration }) => start + duration),
  );
  const now = performance.now();
  const rests = document.readyState === 'complete' && moments.every((name) => name in seen) && now - last > quiet;
  if (!rests && now - begun < 25000) {
    setTimeout(look, 200);
    return;
  }
  const found = seen.find();
  done({
    rests,
    tickable: seen.tickable,
    interactive: seen.interactive,
    shift: seen.shift,
    tasks: seen.tasks,
    resources,
    at: found && { x: found.x, y: found.y, ticked: found.box.checked },
  });
};
look();
