import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CsvOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/interfaces/CsvOptions.md","filePath":"api/gatewave/data/interfaces/CsvOptions.md"}');
const _sfc_main = { name: "api/gatewave/data/interfaces/CsvOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-csvoptions" tabindex="-1">Interface: CsvOptions <a class="header-anchor" href="#interface-csvoptions" aria-label="Permalink to &quot;Interface: CsvOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="classnames" tabindex="-1">classNames? <a class="header-anchor" href="#classnames" aria-label="Permalink to &quot;classNames?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>classNames?</strong>: <code>string</code>[]</p></blockquote><p>The classes that labels may be, in the order of their indices, such as a model&#39;s. Absent: those in the file.</p><hr><h3 id="header" tabindex="-1">header? <a class="header-anchor" href="#header" aria-label="Permalink to &quot;header?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>header?</strong>: <code>boolean</code></p></blockquote><p>Whether the first row holds column names rather than a series. Absent: detected, see <a href="./../functions/parseCsv.html">parseCsv</a>.</p><hr><h3 id="labelcolumn" tabindex="-1">labelColumn? <a class="header-anchor" href="#labelcolumn" aria-label="Permalink to &quot;labelColumn?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>labelColumn?</strong>: <a href="./../type-aliases/LabelColumn.html"><code>LabelColumn</code></a></p></blockquote><p>Absent: &#39;first&#39;.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/interfaces/CsvOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CsvOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CsvOptions as default
};
