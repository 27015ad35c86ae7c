import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Tuning","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/type-aliases/Tuning.md","filePath":"api/gatewave/type-aliases/Tuning.md"}');
const _sfc_main = { name: "api/gatewave/type-aliases/Tuning.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-tuning" tabindex="-1">Type Alias: Tuning <a class="header-anchor" href="#type-alias-tuning" aria-label="Permalink to &quot;Type Alias: Tuning&quot;">​</a></h1><blockquote><p><strong>Tuning</strong> = <code>Record</code>&lt;<code>string</code>, <a href="./../plan/type-aliases/Choices.html"><code>Choices</code></a>&gt;</p></blockquote><p>Choices by <code>tuningKey</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/type-aliases/Tuning.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Tuning = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Tuning as default
};
