import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: batchCount()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/batchCount.md","filePath":"api/gatewave/data/functions/batchCount.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/batchCount.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-batchcount" tabindex="-1">Function: batchCount() <a class="header-anchor" href="#function-batchcount" aria-label="Permalink to &quot;Function: batchCount()&quot;">​</a></h1><blockquote><p><strong>batchCount</strong>(<code>count</code>, <code>batchSize</code>): <code>number</code></p></blockquote><p>Number of batches of an epoch; the last one may be smaller.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="count" tabindex="-1">count <a class="header-anchor" href="#count" aria-label="Permalink to &quot;count&quot;">​</a></h3><p><code>number</code></p><h3 id="batchsize" tabindex="-1">batchSize <a class="header-anchor" href="#batchsize" aria-label="Permalink to &quot;batchSize&quot;">​</a></h3><p><code>number</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>number</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/batchCount.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const batchCount = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  batchCount as default
};
