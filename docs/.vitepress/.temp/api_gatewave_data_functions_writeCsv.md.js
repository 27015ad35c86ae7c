import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: writeCsv()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/writeCsv.md","filePath":"api/gatewave/data/functions/writeCsv.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/writeCsv.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-writecsv" tabindex="-1">Function: writeCsv() <a class="header-anchor" href="#function-writecsv" aria-label="Permalink to &quot;Function: writeCsv()&quot;">​</a></h1><blockquote><p><strong>writeCsv</strong>(<code>dataset</code>): <code>string</code></p></blockquote><p>The text that <a href="./parseCsv.html">parseCsv</a> reads back to equal series: no header, one series a line, its label first.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>DataError when the series have several channels or different lengths, which this form cannot hold.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/writeCsv.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const writeCsv = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  writeCsv as default
};
