"use strict";

// Keeps the page's numbers as they are now. Without it, the page shows them as of its load.
(() => {
  const POINTS = 120;
  const WIDTH = 600;
  const HEIGHT = 150;
  const AGAIN_MILLIS = 10000;
  const echoes = [];
  const isOperator = document.querySelector('[data-rows="nodes"]') !== null;

  function setText(element, text) {
    if (element && element.textContent !== text) {
      element.textContent = text;
    }
  }

  function live(text, isLive) {
    const element = document.getElementById("live");
    setText(element, text);
    element.className = isLive ? "on" : "";
  }

  function showHealth(now) {
    const health = document.getElementById("health");
    setText(health, now.health);
    health.className = now.healthy ? "healthy" : "unhealthy";
    document.title = (now.healthy ? "Healthy" : "Not healthy") + document.title.replace(/^[^·]*/, " ");
    const warnings = document.getElementById("warnings");
    setText(warnings, now.warnings || "");
    warnings.hidden = !now.warnings;
  }

  function showRows(body, rows) {
    const known = Array.from(body.rows, (row) => Array.from(row.cells, (cell) => cell.textContent));
    if (JSON.stringify(known) === JSON.stringify(rows)) {
      return;
    }
    body.replaceChildren(...rows.map((cells) => {
      const row = document.createElement("tr");
      cells.forEach((text) => {
        row.insertCell().textContent = text;
      });
      return row;
    }));
  }

  /** The next of 1, 2, 5, 10, 20, ... milliseconds. */
  function scale(millis) {
    const power = 10 ** Math.floor(Math.log10(millis));
    return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= millis);
  }

  function line(which, top) {
    let path = "";
    let isDown = false;
    echoes.forEach((echo, index) => {
      if (echo) {
        const x = ((POINTS - echoes.length + index) * WIDTH) / (POINTS - 1);
        const y = HEIGHT - 1 - (echo[which] * 1000 * (HEIGHT - 2)) / top;
        path += (isDown ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1);
      }
      isDown = Boolean(echo);
    });
    return path;
  }

  function showChart(echo) {
    echoes.push(echo);
    if (echoes.length > POINTS) {
      echoes.shift();
    }
    const most = Math.max(1, ...echoes.filter(Boolean).map((one) => one[1] * 1000));
    const top = scale(most);
    document.getElementById("chart-half").setAttribute("d", line(0, top));
    document.getElementById("chart-most").setAttribute("d", line(1, top));
    setText(document.getElementById("chart-top"), top < 1000 ? top + " ms" : top / 1000 + " s");
  }

  function show(now) {
    if (isOperator && !now.operator) {
      location.reload(); // logged out elsewhere, or for too long without a word
      return;
    }
    showHealth(now);
    Object.entries(now.numbers || {}).forEach(([name, text]) => {
      document.querySelectorAll('[data-n="' + name + '"]').forEach((element) => setText(element, text));
    });
    Object.entries(now.rows || {}).forEach(([name, rows]) => {
      const body = document.querySelector('[data-rows="' + name + '"]');
      if (body) {
        showRows(body, rows);
      }
    });
    if (now.numbers) {
      showChart(now.echo);
    }
    live("Live.", true);
  }

  function listen() {
    const source = new EventSource("/events");
    source.onmessage = (event) => show(JSON.parse(event.data));
    source.onerror = () => {
      live("Not live: the server does not tell.", false);
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(listen, AGAIN_MILLIS);
      }
    };
  }

  if (document.getElementById("live")) {
    listen();
  }
})();
