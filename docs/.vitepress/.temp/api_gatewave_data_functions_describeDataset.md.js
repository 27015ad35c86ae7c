import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: describeDataset()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/describeDataset.md","filePath":"api/gatewave/data/functions/describeDataset.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/describeDataset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-describedataset" tabindex="-1">Function: describeDataset() <a class="header-anchor" href="#function-describedataset" aria-label="Permalink to &quot;Function: describeDataset()&quot;">​</a></h1><blockquote><p><strong>describeDataset</strong>(<code>__namedParameters</code>): <code>string</code></p></blockquote><p>One line, for example <code>2000 series of 100 steps (0: 1012, 1: 988)</code>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/DatasetSummary.html"><code>DatasetSummary</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/describeDataset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const describeDataset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  describeDataset as default
};
