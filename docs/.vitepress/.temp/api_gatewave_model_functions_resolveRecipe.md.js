import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: resolveRecipe()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/resolveRecipe.md","filePath":"api/gatewave/model/functions/resolveRecipe.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/resolveRecipe.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-resolverecipe" tabindex="-1">Function: resolveRecipe() <a class="header-anchor" href="#function-resolverecipe" aria-label="Permalink to &quot;Function: resolveRecipe()&quot;">​</a></h1><blockquote><p><strong>resolveRecipe</strong>(<code>config</code>, <code>byDefault?</code>): <a href="./../type-aliases/Recipe.html"><code>Recipe</code></a></p></blockquote><p>The recipe that a configuration names, with the values the configuration overrides. Epochs that are given count, if no steps are.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="config" tabindex="-1">config <a class="header-anchor" href="#config" aria-label="Permalink to &quot;config&quot;">​</a></h3><p><a href="./../../data/interfaces/RunConfig.html"><code>RunConfig</code></a></p><h3 id="bydefault" tabindex="-1">byDefault? <a class="header-anchor" href="#bydefault" aria-label="Permalink to &quot;byDefault?&quot;">​</a></h3><p><code>&quot;robust&quot;</code> | <code>&quot;general&quot;</code> | <code>&quot;article&quot;</code> = <code>&#39;robust&#39;</code></p><p>the recipe where the configuration names none.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../type-aliases/Recipe.html"><code>Recipe</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/resolveRecipe.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const resolveRecipe = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  resolveRecipe as default
};
