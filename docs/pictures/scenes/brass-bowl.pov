// brass-bowl
#version 3.7;
#ifndef (View) #declare View = 1; #end
#declare Flags = 1;
#include "studio.inc"
#include "goods.inc"
#include "m_bowl.inc" #include "m_marigold.inc" #include "m_leaf.inc"
#switch (View)
#case (1)
  Shot(<3, 24, -50>, <0, 3.6, 0>, 28)
  object { Bowl() rotate y*20 translate At(0, 0, 3.6) }
#break
#case (2)
  Shot(<-15, 12, -21>, <1.6, 4.4, 0>, 29)
  object { Bowl() rotate y*110 translate At(0, 0, 3.6) }
#break
#case (3)
  Shot(<8, 40, -42>, <0.6, 2.2, 0>, 31)
  union {
    object { Bowl() rotate y*60 }
    object { Water(5.0, 8.35) }
    object { Marigold(1) scale 1.25 translate <-2.6, 4.6, -1.4> }
    object { Marigold(<1.1, 1.12, 1>) scale 1.2 rotate <8, 40, 0> translate <2.9, 4.6, -1.0> }
    object { Marigold(<1, 1.2, 1>) scale 1.15 rotate <-8, 90, 0> translate <0.4, 4.6, 3.4> }
    translate At(0, 0, 3.6)
  }
  object { Marigold(<1.1, 1.12, 1>) scale 1.2 rotate <20, 10, 25> translate At(12.6, -3.6, 1.5) }
    object { M_leaf texture { LeafTex } scale <0.75, 0.6, 0.55> rotate y*30 translate At(13.2, -3.5, 1) + y*0.1 }
  object { M_leaf texture { LeafTex } scale <0.65, 0.6, 0.5> rotate y*-75 translate At(12.6, -3.5, 1) + y*0.1 }
#break
#end
