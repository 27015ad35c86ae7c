import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: historyCsv()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/historyCsv.md","filePath":"api/gatewave/model/functions/historyCsv.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/historyCsv.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-historycsv" tabindex="-1">Function: historyCsv() <a class="header-anchor" href="#function-historycsv" aria-label="Permalink to &quot;Function: historyCsv()&quot;">​</a></h1><blockquote><p><strong>historyCsv</strong>(<code>epochs</code>): <code>string</code></p></blockquote><p>A line for each epoch, below the names of the columns.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="epochs" tabindex="-1">epochs <a class="header-anchor" href="#epochs" aria-label="Permalink to &quot;epochs&quot;">​</a></h3><p>readonly <a href="./../interfaces/EpochEvent.html"><code>EpochEvent</code></a>[]</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/historyCsv.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const historyCsv = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  historyCsv as default
};
