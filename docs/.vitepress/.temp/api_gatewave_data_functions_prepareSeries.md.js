import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: prepareSeries()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/prepareSeries.md","filePath":"api/gatewave/data/functions/prepareSeries.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/prepareSeries.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-prepareseries" tabindex="-1">Function: prepareSeries() <a class="header-anchor" href="#function-prepareseries" aria-label="Permalink to &quot;Function: prepareSeries()&quot;">​</a></h1><blockquote><p><strong>prepareSeries</strong>(<code>values</code>, <code>channels</code>, <code>preparation</code>): <code>Float32Array</code>&lt;<code>ArrayBuffer</code>&gt;</p></blockquote><p>One series as a model sees it.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="values" tabindex="-1">values <a class="header-anchor" href="#values" aria-label="Permalink to &quot;values&quot;">​</a></h3><p><code>Float32Array</code></p><p>[steps, channels], without padding.</p><h3 id="channels" tabindex="-1">channels <a class="header-anchor" href="#channels" aria-label="Permalink to &quot;channels&quot;">​</a></h3><p><code>number</code></p><h3 id="preparation" tabindex="-1">preparation <a class="header-anchor" href="#preparation" aria-label="Permalink to &quot;preparation&quot;">​</a></h3><p><a href="./../interfaces/Preparation.html"><code>Preparation</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Float32Array</code>&lt;<code>ArrayBuffer</code>&gt;</p><p>[prepared steps, prepared channels]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/prepareSeries.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const prepareSeries = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  prepareSeries as default
};
