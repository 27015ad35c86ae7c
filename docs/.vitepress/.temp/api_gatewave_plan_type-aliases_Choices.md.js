import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Choices","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/type-aliases/Choices.md","filePath":"api/gatewave/plan/type-aliases/Choices.md"}');
const _sfc_main = { name: "api/gatewave/plan/type-aliases/Choices.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-choices" tabindex="-1">Type Alias: Choices <a class="header-anchor" href="#type-alias-choices" aria-label="Permalink to &quot;Type Alias: Choices&quot;">​</a></h1><blockquote><p><strong>Choices</strong> = <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</p></blockquote><p>Names of variants by <code>choiceKey</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/type-aliases/Choices.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Choices = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Choices as default
};
