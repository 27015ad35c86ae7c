import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: PartName","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/type-aliases/PartName.md","filePath":"api/gatewave/data/type-aliases/PartName.md"}');
const _sfc_main = { name: "api/gatewave/data/type-aliases/PartName.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-partname" tabindex="-1">Type Alias: PartName <a class="header-anchor" href="#type-alias-partname" aria-label="Permalink to &quot;Type Alias: PartName&quot;">​</a></h1><blockquote><p><strong>PartName</strong> = <code>&quot;train&quot;</code> | <code>&quot;validation&quot;</code> | <code>&quot;test&quot;</code></p></blockquote><p>The parts that a data set is split into.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/type-aliases/PartName.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PartName = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PartName as default
};
