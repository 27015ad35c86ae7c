import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: summariseDataset()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/summariseDataset.md","filePath":"api/gatewave/data/functions/summariseDataset.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/summariseDataset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-summarisedataset" tabindex="-1">Function: summariseDataset() <a class="header-anchor" href="#function-summarisedataset" aria-label="Permalink to &quot;Function: summariseDataset()&quot;">​</a></h1><blockquote><p><strong>summariseDataset</strong>(<code>dataset</code>): <a href="./../interfaces/DatasetSummary.html"><code>DatasetSummary</code></a></p></blockquote><p>What is known about a data set without its series.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/DatasetSummary.html"><code>DatasetSummary</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/summariseDataset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const summariseDataset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  summariseDataset as default
};
