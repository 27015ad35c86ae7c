import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: prepareDataset()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/prepareDataset.md","filePath":"api/gatewave/data/functions/prepareDataset.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/prepareDataset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-preparedataset" tabindex="-1">Function: prepareDataset() <a class="header-anchor" href="#function-preparedataset" aria-label="Permalink to &quot;Function: prepareDataset()&quot;">​</a></h1><blockquote><p><strong>prepareDataset</strong>(<code>dataset</code>, <code>preparation</code>): <a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p></blockquote><p>The data set as a model sees it; the given one is left as it is. Padding stays 0, and no value is missing.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h3 id="preparation" tabindex="-1">preparation <a class="header-anchor" href="#preparation" aria-label="Permalink to &quot;preparation&quot;">​</a></h3><p><a href="./../interfaces/Preparation.html"><code>Preparation</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><p>channels: those of the series, then their differences, then the masks of missing values, as far as the preparation has them.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/prepareDataset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const prepareDataset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  prepareDataset as default
};
