import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: ModelSource","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/ModelSource.md","filePath":"api/gatewave/model/type-aliases/ModelSource.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/ModelSource.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-modelsource" tabindex="-1">Type Alias: ModelSource <a class="header-anchor" href="#type-alias-modelsource" aria-label="Permalink to &quot;Type Alias: ModelSource&quot;">​</a></h1><blockquote><p><strong>ModelSource</strong> = { <code>kind</code>: <code>&quot;tfjs&quot;</code>; <code>modelJson</code>: <code>string</code>; <code>weightsBin</code>: <code>Uint8Array</code>; } | { <code>bytes</code>: <code>Uint8Array</code>; <code>kind</code>: <code>&quot;weights&quot;</code>; <code>scaling?</code>: <code>SeriesScaling</code>; }</p></blockquote><p>A model to load: the tf.js pair, or a file of weights in any format that <code>readWeights</code> reads.</p><h2 id="union-members" tabindex="-1">Union Members <a class="header-anchor" href="#union-members" aria-label="Permalink to &quot;Union Members&quot;">​</a></h2><h3 id="type-literal" tabindex="-1">Type Literal <a class="header-anchor" href="#type-literal" aria-label="Permalink to &quot;Type Literal&quot;">​</a></h3><p>{ <code>kind</code>: <code>&quot;tfjs&quot;</code>; <code>modelJson</code>: <code>string</code>; <code>weightsBin</code>: <code>Uint8Array</code>; }</p><hr><h3 id="type-literal-1" tabindex="-1">Type Literal <a class="header-anchor" href="#type-literal-1" aria-label="Permalink to &quot;Type Literal&quot;">​</a></h3><p>{ <code>bytes</code>: <code>Uint8Array</code>; <code>kind</code>: <code>&quot;weights&quot;</code>; <code>scaling?</code>: <code>SeriesScaling</code>; }</p><h4 id="bytes" tabindex="-1">bytes <a class="header-anchor" href="#bytes" aria-label="Permalink to &quot;bytes&quot;">​</a></h4><blockquote><p><strong>bytes</strong>: <code>Uint8Array</code></p></blockquote><h4 id="kind" tabindex="-1">kind <a class="header-anchor" href="#kind" aria-label="Permalink to &quot;kind&quot;">​</a></h4><blockquote><p><strong>kind</strong>: <code>&quot;weights&quot;</code></p></blockquote><h4 id="scaling" tabindex="-1">scaling? <a class="header-anchor" href="#scaling" aria-label="Permalink to &quot;scaling?&quot;">​</a></h4><blockquote><p><code>optional</code> <strong>scaling?</strong>: <code>SeriesScaling</code></p></blockquote><p>Scaling of the series that the weights were trained on; the file&#39;s metadata take precedence; the default is &#39;none&#39;.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/ModelSource.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelSource = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelSource as default
};
