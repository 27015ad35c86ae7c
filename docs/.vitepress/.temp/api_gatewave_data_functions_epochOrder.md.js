import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: epochOrder()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/epochOrder.md","filePath":"api/gatewave/data/functions/epochOrder.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/epochOrder.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-epochorder" tabindex="-1">Function: epochOrder() <a class="header-anchor" href="#function-epochorder" aria-label="Permalink to &quot;Function: epochOrder()&quot;">​</a></h1><blockquote><p><strong>epochOrder</strong>(<code>count</code>, <code>random</code>): <code>Int32Array</code></p></blockquote><p>A random order of the series 0 … count − 1 for one epoch; the stream moves on, so the next epoch&#39;s differs.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="count" tabindex="-1">count <a class="header-anchor" href="#count" aria-label="Permalink to &quot;count&quot;">​</a></h3><p><code>number</code></p><h3 id="random" tabindex="-1">random <a class="header-anchor" href="#random" aria-label="Permalink to &quot;random&quot;">​</a></h3><p><a href="./../classes/RandomStream.html"><code>RandomStream</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Int32Array</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/epochOrder.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const epochOrder = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  epochOrder as default
};
