import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Plan","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/Plan.md","filePath":"api/gatewave/plan/interfaces/Plan.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/Plan.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-plan" tabindex="-1">Interface: Plan <a class="header-anchor" href="#interface-plan" aria-label="Permalink to &quot;Interface: Plan&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><blockquote><p><strong>name</strong>: <code>string</code></p></blockquote><hr><h3 id="outputs" tabindex="-1">outputs <a class="header-anchor" href="#outputs" aria-label="Permalink to &quot;outputs&quot;">​</a></h3><blockquote><p><strong>outputs</strong>: <a href="./TensorSpec.html"><code>TensorSpec</code></a>[]</p></blockquote><hr><h3 id="passes" tabindex="-1">passes <a class="header-anchor" href="#passes" aria-label="Permalink to &quot;passes&quot;">​</a></h3><blockquote><p><strong>passes</strong>: <a href="./../type-aliases/Pass.html"><code>Pass</code></a>[]</p></blockquote><hr><h3 id="scratch" tabindex="-1">scratch <a class="header-anchor" href="#scratch" aria-label="Permalink to &quot;scratch&quot;">​</a></h3><blockquote><p><strong>scratch</strong>: <a href="./ScratchSpec.html"><code>ScratchSpec</code></a>[]</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/Plan.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Plan = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Plan as default
};
