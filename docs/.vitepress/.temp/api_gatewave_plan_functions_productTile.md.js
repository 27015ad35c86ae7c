import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: productTile()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/productTile.md","filePath":"api/gatewave/plan/functions/productTile.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/productTile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-producttile" tabindex="-1">Function: productTile() <a class="header-anchor" href="#function-producttile" aria-label="Permalink to &quot;Function: productTile()&quot;">​</a></h1><blockquote><p><strong>productTile</strong>(<code>rows</code>, <code>device</code>): <a href="./../interfaces/ProductTile.html"><code>ProductTile</code></a></p></blockquote><p>A GPU has some 128 registers for an invocation before it runs fewer of them at once, and caches that many invocations share. On an adapter that runs on a CPU a load costs as much as dozens of multiply-adds, whatever the cache: there the tile is as large as compile time allows (36 × 16 takes 1.3 s, cold, on llvmpipe), and as even as the rows allow.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="rows" tabindex="-1">rows <a class="header-anchor" href="#rows" aria-label="Permalink to &quot;rows&quot;">​</a></h3><p><code>number</code></p><h3 id="device" tabindex="-1">device <a class="header-anchor" href="#device" aria-label="Permalink to &quot;device&quot;">​</a></h3><p><a href="./../interfaces/DeviceProfile.html"><code>DeviceProfile</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/ProductTile.html"><code>ProductTile</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/productTile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const productTile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  productTile as default
};
