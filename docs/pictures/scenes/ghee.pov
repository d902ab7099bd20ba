// ghee
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_jar.inc" #include "m_ghee_fill.inc" #include "m_spoon.inc" #include "m_towel2.inc" #include "m_bowl.inc"
#macro Lid() object { TinLid Metal(<0.80, 0.60, 0.28>, <0.88, 0.68, 0.36>, BrassC, 0.5, FineBrush) } #end
#switch (View)
#case (1)
  Shot(<-4, 16, -48>, <0, 6.1, 0>, 26)
  union { object { GheeJar() } object { Lid() translate y*11.45 } translate At(0, 0, 4) }
#break
#case (2)
  Shot(<9, 27, -22>, <0.4, 7.6, 0>, 29)
  object { GheeJar() translate At(0, 0, 4) }
  object { Lid() rotate x*24 translate At(-9, -3.5, 2) + y*1.4 }
#break
#case (3)
  Shot(<-10, 25, -56>, <5.6, 3.6, 0>, 33)
  object { GheeJar() rotate y*60 translate At(-3.5, 2, 4) }
  object { Lid() rotate y*20 translate At(4.8, 7.2, 3) + y*0.2 }
  union {
    object { Spoon() }
    intersection { sphere { 0, 1 scale <1.95, 0.62, 1.75> } plane { -y, 0.12 } translate <2.8, 0.78, 0> texture { GheeTex } }
    rotate y*34 translate At(2.2, -7.5, 2) + y*0.1
  }
#break
#end
