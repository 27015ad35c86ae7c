import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: WeightsFile","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/WeightsFile.md","filePath":"api/gatewave/model/type-aliases/WeightsFile.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/WeightsFile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-weightsfile" tabindex="-1">Type Alias: WeightsFile <a class="header-anchor" href="#type-alias-weightsfile" aria-label="Permalink to &quot;Type Alias: WeightsFile&quot;">​</a></h1><blockquote><p><strong>WeightsFile</strong> = { <code>format</code>: <code>&quot;safetensors&quot;</code> | <code>&quot;torch&quot;</code>; <code>metadata</code>: <code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;; <code>tensors</code>: <a href="./NamedTensors.html"><code>NamedTensors</code></a>; } | { <code>format</code>: <code>&quot;keras&quot;</code>; <code>model</code>: <a href="./../interfaces/KerasModel.html"><code>KerasModel</code></a>; }</p></blockquote><p>What a file holds.</p><h2 id="union-members" tabindex="-1">Union Members <a class="header-anchor" href="#union-members" aria-label="Permalink to &quot;Union Members&quot;">​</a></h2><h3 id="type-literal" tabindex="-1">Type Literal <a class="header-anchor" href="#type-literal" aria-label="Permalink to &quot;Type Literal&quot;">​</a></h3><p>{ <code>format</code>: <code>&quot;safetensors&quot;</code> | <code>&quot;torch&quot;</code>; <code>metadata</code>: <code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;; <code>tensors</code>: <a href="./NamedTensors.html"><code>NamedTensors</code></a>; }</p><h4 id="format" tabindex="-1">format <a class="header-anchor" href="#format" aria-label="Permalink to &quot;format&quot;">​</a></h4><blockquote><p><strong>format</strong>: <code>&quot;safetensors&quot;</code> | <code>&quot;torch&quot;</code></p></blockquote><h4 id="metadata" tabindex="-1">metadata <a class="header-anchor" href="#metadata" aria-label="Permalink to &quot;metadata&quot;">​</a></h4><blockquote><p><strong>metadata</strong>: <code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;</p></blockquote><p>Texts beside the tensors, of a safetensors file.</p><h4 id="tensors" tabindex="-1">tensors <a class="header-anchor" href="#tensors" aria-label="Permalink to &quot;tensors&quot;">​</a></h4><blockquote><p><strong>tensors</strong>: <a href="./NamedTensors.html"><code>NamedTensors</code></a></p></blockquote><hr><h3 id="type-literal-1" tabindex="-1">Type Literal <a class="header-anchor" href="#type-literal-1" aria-label="Permalink to &quot;Type Literal&quot;">​</a></h3><p>{ <code>format</code>: <code>&quot;keras&quot;</code>; <code>model</code>: <a href="./../interfaces/KerasModel.html"><code>KerasModel</code></a>; }</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/WeightsFile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WeightsFile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WeightsFile as default
};
