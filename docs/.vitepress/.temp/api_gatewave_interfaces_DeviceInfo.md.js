import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DeviceInfo","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/DeviceInfo.md","filePath":"api/gatewave/interfaces/DeviceInfo.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/DeviceInfo.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-deviceinfo" tabindex="-1">Interface: DeviceInfo <a class="header-anchor" href="#interface-deviceinfo" aria-label="Permalink to &quot;Interface: DeviceInfo&quot;">​</a></h1><p>What the page, the command line and the benchmark show about the device.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="architecture" tabindex="-1">architecture <a class="header-anchor" href="#architecture" aria-label="Permalink to &quot;architecture&quot;">​</a></h3><blockquote><p><strong>architecture</strong>: <code>string</code></p></blockquote><hr><h3 id="description" tabindex="-1">description <a class="header-anchor" href="#description" aria-label="Permalink to &quot;description&quot;">​</a></h3><blockquote><p><strong>description</strong>: <code>string</code></p></blockquote><hr><h3 id="featurelevel" tabindex="-1">featureLevel <a class="header-anchor" href="#featurelevel" aria-label="Permalink to &quot;featureLevel&quot;">​</a></h3><blockquote><p><strong>featureLevel</strong>: <code>&quot;core&quot;</code> | <code>&quot;compatibility&quot;</code></p></blockquote><p>&#39;core&#39; WebGPU, or the compatibility mode that older devices offer.</p><hr><h3 id="features" tabindex="-1">features <a class="header-anchor" href="#features" aria-label="Permalink to &quot;features&quot;">​</a></h3><blockquote><p><strong>features</strong>: <code>string</code>[]</p></blockquote><hr><h3 id="profile" tabindex="-1">profile <a class="header-anchor" href="#profile" aria-label="Permalink to &quot;profile&quot;">​</a></h3><blockquote><p><strong>profile</strong>: <a href="./../plan/interfaces/DeviceProfile.html"><code>DeviceProfile</code></a></p></blockquote><hr><h3 id="tuningkey" tabindex="-1">tuningKey <a class="header-anchor" href="#tuningkey" aria-label="Permalink to &quot;tuningKey&quot;">​</a></h3><blockquote><p><strong>tuningKey</strong>: <code>string</code></p></blockquote><p>The key under which this device&#39;s choices of variants are stored.</p><hr><h3 id="vendor" tabindex="-1">vendor <a class="header-anchor" href="#vendor" aria-label="Permalink to &quot;vendor&quot;">​</a></h3><blockquote><p><strong>vendor</strong>: <code>string</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/DeviceInfo.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DeviceInfo = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DeviceInfo as default
};
