// terracotta-vase
#version 3.7;
#ifndef (View) #declare View = 1; #end
#if (View = 3) #declare NoWeave = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_vase.inc" #include "m_kash1.inc" #include "m_kash2.inc" #include "m_kash3.inc" #include "m_kash4.inc" #include "m_marigold.inc"
#switch (View)
#case (1)
  Shot(<6, 30, -84>, <0, 11.6, 0>, 28)
  object { Vase(1) rotate y*40 translate At(0, 0, 5) }
#break
#case (2)
  Shot(<-19, 36, -38>, <-0.6, 17.6, 0>, 27)
  object { Vase(1) rotate y*205 translate At(0, 0, 5) }
#break
#case (3)
  Shot(<-14, 40, -136>, <3, 27, 0>, 34)
  union {
    object { Vase(1) rotate y*120 }
    object { Kash(1) rotate <4, 20, -8> translate <-1.2, 9, 0.5> }
    object { Kash(2) rotate <-3, -25, 11> translate <1.6, 7, 0.4> }
    object { Kash(3) rotate <-5, -30, -17> translate <-2.6, 10, 1> }
    object { Kash(4) rotate <6, 0, 2> translate <0.2, 5, -1.4> }
    object { Kash(1) rotate <5, 140, 20> translate <3.6, 11, -1> }
    object { Kash(2) rotate <-8, 70, -3> translate <-0.4, 8, 1.5> }
    translate At(0, 0, 5)
  }
  object { Marigold(1) scale 1.35 rotate x*-18 translate At(17, -3, 1.5) }
  object { Marigold(<1.1, 1.12, 1>) scale 1.2 rotate <14, 60, 12> translate At(22.5, 2.5, 1.5) }
#break
#end
