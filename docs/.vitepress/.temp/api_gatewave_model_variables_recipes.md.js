import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: recipes","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/variables/recipes.md","filePath":"api/gatewave/model/variables/recipes.md"}');
const _sfc_main = { name: "api/gatewave/model/variables/recipes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-recipes" tabindex="-1">Variable: recipes <a class="header-anchor" href="#variable-recipes" aria-label="Permalink to &quot;Variable: recipes&quot;">​</a></h1><blockquote><p><code>const</code> <strong>recipes</strong>: <code>Record</code>&lt;<a href="./../../data/type-aliases/RecipeName.html"><code>RecipeName</code></a>, <a href="./../type-aliases/Recipe.html"><code>Recipe</code></a>&gt;</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/variables/recipes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const recipes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  recipes as default
};
