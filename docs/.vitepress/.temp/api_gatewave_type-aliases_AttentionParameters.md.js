import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: AttentionParameters","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/type-aliases/AttentionParameters.md","filePath":"api/gatewave/type-aliases/AttentionParameters.md"}');
const _sfc_main = { name: "api/gatewave/type-aliases/AttentionParameters.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-attentionparameters" tabindex="-1">Type Alias: AttentionParameters <a class="header-anchor" href="#type-alias-attentionparameters" aria-label="Permalink to &quot;Type Alias: AttentionParameters&quot;">​</a></h1><blockquote><p><strong>AttentionParameters</strong> = { <code>bias</code>: <code>Tensor</code>; <code>kernel</code>: <code>Tensor</code>; <code>query</code>: <code>Tensor</code>; <code>score</code>: <code>&quot;additive&quot;</code>; } | { <code>query</code>: <code>Tensor</code>; <code>score</code>: <code>&quot;dot&quot;</code>; }</p></blockquote><h2 id="union-members" tabindex="-1">Union Members <a class="header-anchor" href="#union-members" aria-label="Permalink to &quot;Union Members&quot;">​</a></h2><h3 id="type-literal" tabindex="-1">Type Literal <a class="header-anchor" href="#type-literal" aria-label="Permalink to &quot;Type Literal&quot;">​</a></h3><p>{ <code>bias</code>: <code>Tensor</code>; <code>kernel</code>: <code>Tensor</code>; <code>query</code>: <code>Tensor</code>; <code>score</code>: <code>&quot;additive&quot;</code>; }</p><h4 id="bias" tabindex="-1">bias <a class="header-anchor" href="#bias" aria-label="Permalink to &quot;bias&quot;">​</a></h4><blockquote><p><strong>bias</strong>: <code>Tensor</code></p></blockquote><p>[attentionUnits]</p><h4 id="kernel" tabindex="-1">kernel <a class="header-anchor" href="#kernel" aria-label="Permalink to &quot;kernel&quot;">​</a></h4><blockquote><p><strong>kernel</strong>: <code>Tensor</code></p></blockquote><p>[features, attentionUnits]</p><h4 id="query" tabindex="-1">query <a class="header-anchor" href="#query" aria-label="Permalink to &quot;query&quot;">​</a></h4><blockquote><p><strong>query</strong>: <code>Tensor</code></p></blockquote><p>[attentionUnits]</p><h4 id="score" tabindex="-1">score <a class="header-anchor" href="#score" aria-label="Permalink to &quot;score&quot;">​</a></h4><blockquote><p><strong>score</strong>: <code>&quot;additive&quot;</code></p></blockquote><hr><h3 id="type-literal-1" tabindex="-1">Type Literal <a class="header-anchor" href="#type-literal-1" aria-label="Permalink to &quot;Type Literal&quot;">​</a></h3><p>{ <code>query</code>: <code>Tensor</code>; <code>score</code>: <code>&quot;dot&quot;</code>; }</p><h4 id="query-1" tabindex="-1">query <a class="header-anchor" href="#query-1" aria-label="Permalink to &quot;query&quot;">​</a></h4><blockquote><p><strong>query</strong>: <code>Tensor</code></p></blockquote><p>[features]</p><h4 id="score-1" tabindex="-1">score <a class="header-anchor" href="#score-1" aria-label="Permalink to &quot;score&quot;">​</a></h4><blockquote><p><strong>score</strong>: <code>&quot;dot&quot;</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/type-aliases/AttentionParameters.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AttentionParameters = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AttentionParameters as default
};
