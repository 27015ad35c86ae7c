import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: RecipeName","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/type-aliases/RecipeName.md","filePath":"api/gatewave/data/type-aliases/RecipeName.md"}');
const _sfc_main = { name: "api/gatewave/data/type-aliases/RecipeName.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-recipename" tabindex="-1">Type Alias: RecipeName <a class="header-anchor" href="#type-alias-recipename" aria-label="Permalink to &quot;Type Alias: RecipeName&quot;">​</a></h1><blockquote><p><strong>RecipeName</strong> = <em>typeof</em> <code>recipeNames</code>[<code>number</code>]</p></blockquote><p>A named set of hyper-parameters.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/type-aliases/RecipeName.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RecipeName = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RecipeName as default
};
