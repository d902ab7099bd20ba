// clay-lamps
#version 3.7;
#ifndef (View) #declare View = 1; #end
#if (View = 3) #declare Window = 0.16; #declare Exposure = 0.42; #end
#include "studio.inc"
#include "goods.inc"
#include "m_lamp1.inc" #include "m_lamp2.inc" #include "m_lamp3.inc" #include "m_lamp4.inc" #include "m_lamp5.inc" #include "m_lamp6.inc" #include "m_marigold.inc"
#macro Lamp(N) object { #switch (N) #case (1) M_lamp1 #break #case (2) M_lamp2 #break #case (3) M_lamp3 #break #case (4) M_lamp4 #break #case (5) M_lamp5 #break #else M_lamp6 #end Clay(N + 2) } #end
#declare OilTex = texture { pigment { rgbf <0.96, 0.80, 0.45, 0.6> } normal { bozo 0.015 scale 1 } finish { diffuse 0.25 specular 0.3 roughness 0.005 reflection { 0.02, 0.7 fresnel on } conserve_energy } }
#macro Wick()
  sphere_sweep { cubic_spline 6, <-2, 1.2, 0.3>, 0.16, <-0.6, 1.35, 0.25>, 0.17, <1.4, 1.6, 0.1>, 0.17, <3.3, 2.4, 0>, 0.17, <5.0, 2.98, 0>, 0.15, <6, 3.3, 0>, 0.12
    texture { pigment { gradient x scale 7 translate x*-1.7 color_map { [0 srgb <0.86, 0.80, 0.66>] [0.88 srgb <0.86, 0.80, 0.66>] [0.95 srgb <0.12, 0.09, 0.07>] } } normal { bumps 0.5 scale 0.06 } } }
#end
#macro Lit(N, P) union { object { Lamp(N) } disc { <0, 1.72, 0>, y, 3.25 texture { OilTex } interior { ior 1.47 } } object { Wick() } object { Flame(1, P) translate <5.0, 2.95, 0> } } #end
#switch (View)
#case (1)
  Shot(<-2.5, 34, -56>, <2.6, 1.0, 0.2>, 28.5)
  object { Lamp(1) rotate y*52 translate At(-7.6, -4.6, 2) }
  object { Lamp(2) rotate y*118 translate At(1.6, -6.2, 2) }
  object { Lamp(3) rotate y*20 translate At(9.4, -2.6, 2) }
  object { Lamp(4) rotate y*190 translate At(-5.2, 5.6, 2) }
  object { Lamp(5) rotate y*75 translate At(3.6, 5.0, 2) }
  object { Lamp(6) rotate y*250 translate At(13.2, 7.0, 2) }
#break
#case (2)
  Shot(<13, 11.5, -21>, <1.2, 1.5, 0>, 27)
  union { object { Lamp(2) } disc { <0, 1.72, 0>, y, 3.25 texture { OilTex } interior { ior 1.47 } } object { Wick() } rotate y*28 translate At(0, 0, 2) }
  object { Lamp(5) rotate y*160 translate At(-8.5, 9, 2) }
#break
#case (3)
  #declare Dusk = 1;
  Shot(<5, 25, -50>, <0, 2.8, 0>, 31)
  object { Lit(1, 0.85) rotate y*65 translate At(-10, -1, 2) }
  object { Lit(2, 0.85) rotate y*100 translate At(0.5, -5, 2) }
  object { Lit(3, 0.85) rotate y*125 translate At(11, -2, 2) }
  object { Lit(4, 0.85) rotate y*80 translate At(-6, 9, 2) }
  object { Lit(6, 0.85) rotate y*105 translate At(6.5, 10, 2) }
  object { Marigold(1) scale 1.2 rotate x*-10 translate At(-2.5, 1.8, 1.5) }
  object { Marigold(<1.1, 1.12, 1>) scale 1.1 rotate <12, 50, 8> translate At(16.5, 6, 1.5) }
  object { Marigold(1) scale 1.05 rotate <-12, 90, 8> translate At(-16.0, 7, 1.5) }
#break
#end
