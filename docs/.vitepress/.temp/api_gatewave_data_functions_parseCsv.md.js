import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: parseCsv()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/parseCsv.md","filePath":"api/gatewave/data/functions/parseCsv.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/parseCsv.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-parsecsv" tabindex="-1">Function: parseCsv() <a class="header-anchor" href="#function-parsecsv" aria-label="Permalink to &quot;Function: parseCsv()&quot;">​</a></h1><blockquote><p><strong>parseCsv</strong>(<code>text</code>, <code>fileName</code>, <code>options?</code>): <a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p></blockquote><p>Reads labelled series from text: one series a line, its label first (or last, as the options say) and its values; comma, tab, semicolon or bar between them; an optional header row; blank lines are skipped.</p><p>A first row is a header when none of its values is a number (and none stands for a missing one), or when it numbers the columns (<code>label,0,1,2,…</code>) and only the other labels are numbers. Classes are sorted: by value when all are numbers (<code>1.0</code> and <code>1</code> are one class), else by code points. Labels that are all 0 or 1 always give the classes [&#39;0&#39;, &#39;1&#39;].</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="text" tabindex="-1">text <a class="header-anchor" href="#text" aria-label="Permalink to &quot;text&quot;">​</a></h3><p><code>string</code></p><h3 id="filename" tabindex="-1">fileName <a class="header-anchor" href="#filename" aria-label="Permalink to &quot;fileName&quot;">​</a></h3><p><code>string</code></p><p>what error messages call the text.</p><h3 id="options" tabindex="-1">options? <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options?&quot;">​</a></h3><p><a href="./../interfaces/CsvOptions.html"><code>CsvOptions</code></a> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>DataError with line and column (1-based) of the first thing that is wrong.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/parseCsv.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const parseCsv = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  parseCsv as default
};
