import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: guessLabelColumn()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/guessLabelColumn.md","filePath":"api/gatewave/data/functions/guessLabelColumn.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/guessLabelColumn.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-guesslabelcolumn" tabindex="-1">Function: guessLabelColumn() <a class="header-anchor" href="#function-guesslabelcolumn" aria-label="Permalink to &quot;Function: guessLabelColumn()&quot;">​</a></h1><blockquote><p><strong>guessLabelColumn</strong>(<code>text</code>): <a href="./../type-aliases/LabelColumn.html"><code>LabelColumn</code></a></p></blockquote><p>Guesses which column of a table of series holds the labels. A header says it by name; else labels are words, or whole numbers of which there are few. Where both columns could be the labels, it is the first.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="text" tabindex="-1">text <a class="header-anchor" href="#text" aria-label="Permalink to &quot;text&quot;">​</a></h3><p><code>string</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../type-aliases/LabelColumn.html"><code>LabelColumn</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/guessLabelColumn.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const guessLabelColumn = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  guessLabelColumn as default
};
