// brass-lota
#version 3.7;
#ifndef (View) #declare View = 1; #end
#declare Flags = 1;
#include "studio.inc"
#include "goods.inc"
#include "m_lota.inc" #include "m_marigold.inc" #include "m_leaf.inc"
#switch (View)
#case (1)
  Shot(<-4, 20, -52>, <0, 6.5, 0>, 27)
  object { Lota() rotate y*30 translate At(0, 0, 3.9) }
#break
#case (2)
  Shot(<12, 27, -20>, <0.4, 9.4, 0>, 28)
  object { Lota() rotate y*130 translate At(0, 0, 3.9) }
#break
#case (3)
  Shot(<10, 31, -74>, <2.6, 8.0, 0>, 30)
  union {
    object { Lota() rotate y*80 }
    #declare K = 0;
    #while (K < 6)
      object { M_leaf texture { LeafTex } scale <1.15, 1, 0.85> rotate x*20*sin(K*5) rotate z*(44 + 9*sin(K*2)) rotate y*(K*60 + 20) translate <2.4*cos((K*60 + 20)*pi/180), 11.6, -2.4*sin((K*60 + 20)*pi/180)> }
      #declare K = K + 1;
    #end
    object { Marigold(1) scale 1.45 rotate <-30, 0, 8> translate <-1.6, 15.2, -1.8> }
    object { Marigold(<1.1, 1.12, 1>) scale 1.3 rotate <-10, 60, -24> translate <2.0, 15.4, -0.6> }
    object { Marigold(<1, 1.1, 1>) scale 1.25 rotate <16, 120, 0> translate <0, 16.2, 1.7> }
    translate At(-4, 0, 3.9)
  }
  object { Book(14, 2.2, 10, <0.10, 0.16, 0.17>) rotate y*-22 translate At(10, -3, 2) - y*0.1 }
#break
#end
