import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: batchIndices()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/batchIndices.md","filePath":"api/gatewave/data/functions/batchIndices.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/batchIndices.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-batchindices" tabindex="-1">Function: batchIndices() <a class="header-anchor" href="#function-batchindices" aria-label="Permalink to &quot;Function: batchIndices()&quot;">​</a></h1><blockquote><p><strong>batchIndices</strong>(<code>order</code>, <code>batch</code>, <code>batchSize</code>): <code>Int32Array</code></p></blockquote><p>The indices of one batch (0-based) of an epoch: a view on <code>order</code>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="order" tabindex="-1">order <a class="header-anchor" href="#order" aria-label="Permalink to &quot;order&quot;">​</a></h3><p><code>Int32Array</code></p><h3 id="batch" tabindex="-1">batch <a class="header-anchor" href="#batch" aria-label="Permalink to &quot;batch&quot;">​</a></h3><p><code>number</code></p><h3 id="batchsize" tabindex="-1">batchSize <a class="header-anchor" href="#batchsize" aria-label="Permalink to &quot;batchSize&quot;">​</a></h3><p><code>number</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Int32Array</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/batchIndices.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const batchIndices = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  batchIndices as default
};
