// honey
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_jar.inc" #include "m_honey_fill.inc" #include "m_capcloth.inc" #include "m_capstring.inc" #include "m_spoon.inc" #include "m_marigold.inc" #include "m_lamp2.inc"
#switch (View)
#case (1)
  Shot(<3, 15.5, -48>, <0, 6.2, 0>, 26)
  object { HoneyJar(1) rotate y*-8 translate At(0, 0, 4) }
#break
#case (2)
  Shot(<-13, 19, -25>, <0.2, 9.0, 0>, 27)
  object { HoneyJar(1) rotate y*14 translate At(0, 0, 4) }
#break
#case (3)
  Shot(<9, 22, -52>, <2.8, 4.6, 0>, 29)
  object { HoneyJar(1) rotate y*20 translate At(-3.5, 1.5, 4) }
  union {
    object { M_lamp2 Clay(4) scale 1.25 }
    disc { <0, 2.2, 0>, y, 4.02 texture { HoneyTop } }
    translate At(9, -4.5, 2.5)
  }
  object { Spoon() rotate z*13 rotate y*-36 translate At(9, -4.5, 2.5) + <-1.6, 2.0, 0.6> }
#break
#end
