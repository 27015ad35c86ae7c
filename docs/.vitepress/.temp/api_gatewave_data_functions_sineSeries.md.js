import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: sineSeries()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/sineSeries.md","filePath":"api/gatewave/data/functions/sineSeries.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/sineSeries.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-sineseries" tabindex="-1">Function: sineSeries() <a class="header-anchor" href="#function-sineseries" aria-label="Permalink to &quot;Function: sineSeries()&quot;">​</a></h1><blockquote><p><strong>sineSeries</strong>(<code>truth</code>, <code>numPoints</code>): <code>Float32Array</code></p></blockquote><p>One series, [numPoints]: amp·sin(freq·t) at <code>numPoints</code> values of t from 0 to 2π inclusive; with label 1 the values at [loc, loc + length) are held at the value at <code>loc</code>, cut at the end of the series.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="truth" tabindex="-1">truth <a class="header-anchor" href="#truth" aria-label="Permalink to &quot;truth&quot;">​</a></h3><p><a href="./../interfaces/SineTruth.html"><code>SineTruth</code></a></p><h3 id="numpoints" tabindex="-1">numPoints <a class="header-anchor" href="#numpoints" aria-label="Permalink to &quot;numPoints&quot;">​</a></h3><p><code>number</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Float32Array</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/sineSeries.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const sineSeries = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  sineSeries as default
};
