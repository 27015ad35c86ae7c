import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: formatReport()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/formatReport.md","filePath":"api/gatewave/model/functions/formatReport.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/formatReport.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-formatreport" tabindex="-1">Function: formatReport() <a class="header-anchor" href="#function-formatreport" aria-label="Permalink to &quot;Function: formatReport()&quot;">​</a></h1><blockquote><p><strong>formatReport</strong>(<code>report</code>, <code>digits?</code>): <code>string</code></p></blockquote><p>The report as text: scikit-learn&#39;s table, then one number per line, then the confusion matrix.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="report" tabindex="-1">report <a class="header-anchor" href="#report" aria-label="Permalink to &quot;report&quot;">​</a></h3><p><a href="./../interfaces/ClassificationReport.html"><code>ClassificationReport</code></a></p><h3 id="digits" tabindex="-1">digits? <a class="header-anchor" href="#digits" aria-label="Permalink to &quot;digits?&quot;">​</a></h3><p><code>number</code> = <code>4</code></p><p>after the decimal point.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/formatReport.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const formatReport = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  formatReport as default
};
