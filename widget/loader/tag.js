// The script tag that this code came by. Only while a classic script runs does the page say which.
export const script = document.currentScript;
