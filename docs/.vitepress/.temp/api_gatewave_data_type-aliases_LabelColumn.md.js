import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: LabelColumn","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/type-aliases/LabelColumn.md","filePath":"api/gatewave/data/type-aliases/LabelColumn.md"}');
const _sfc_main = { name: "api/gatewave/data/type-aliases/LabelColumn.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-labelcolumn" tabindex="-1">Type Alias: LabelColumn <a class="header-anchor" href="#type-alias-labelcolumn" aria-label="Permalink to &quot;Type Alias: LabelColumn&quot;">​</a></h1><blockquote><p><strong>LabelColumn</strong> = <code>&quot;first&quot;</code> | <code>&quot;last&quot;</code></p></blockquote><p>Where the label of each line stands.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/type-aliases/LabelColumn.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LabelColumn = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LabelColumn as default
};
