import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: gatherLabels()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/gatherLabels.md","filePath":"api/gatewave/data/functions/gatherLabels.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/gatherLabels.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-gatherlabels" tabindex="-1">Function: gatherLabels() <a class="header-anchor" href="#function-gatherlabels" aria-label="Permalink to &quot;Function: gatherLabels()&quot;">​</a></h1><blockquote><p><strong>gatherLabels</strong>(<code>dataset</code>, <code>indices</code>): <code>Int32Array</code></p></blockquote><p>The labels of the series with the given indices, [indices.length].</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h3 id="indices" tabindex="-1">indices <a class="header-anchor" href="#indices" aria-label="Permalink to &quot;indices&quot;">​</a></h3><p><code>Int32Array</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Int32Array</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/gatherLabels.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const gatherLabels = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  gatherLabels as default
};
