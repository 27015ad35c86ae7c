import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: AdamSettings","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/type-aliases/AdamSettings.md","filePath":"api/gatewave/type-aliases/AdamSettings.md"}');
const _sfc_main = { name: "api/gatewave/type-aliases/AdamSettings.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-adamsettings" tabindex="-1">Type Alias: AdamSettings <a class="header-anchor" href="#type-alias-adamsettings" aria-label="Permalink to &quot;Type Alias: AdamSettings&quot;">​</a></h1><blockquote><p><strong>AdamSettings</strong> = <code>Omit</code>&lt;<code>AdamAttributes</code>, <code>&quot;count&quot;</code>&gt;</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/type-aliases/AdamSettings.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AdamSettings = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AdamSettings as default
};
