import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Recipe","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/Recipe.md","filePath":"api/gatewave/model/type-aliases/Recipe.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/Recipe.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-recipe" tabindex="-1">Type Alias: Recipe <a class="header-anchor" href="#type-alias-recipe" aria-label="Permalink to &quot;Type Alias: Recipe&quot;">​</a></h1><blockquote><p><strong>Recipe</strong> = <code>object</code> &amp; <code>{ [Key in keyof HyperParameters as CamelCase&lt;Key&gt;]: HyperParameters[Key] }</code></p></blockquote><p>Everything that decides a training run except the data and the seed: the hyper-parameters, in camel case.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><blockquote><p><strong>name</strong>: <a href="./../../data/type-aliases/RecipeName.html"><code>RecipeName</code></a></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/Recipe.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Recipe = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Recipe as default
};
