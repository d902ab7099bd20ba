// gamcha
#version 3.7;
#ifndef (View) #declare View = 1; #end
#if (View = 3) #declare NoWeave = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_towel1.inc" #include "m_towel2.inc" #include "m_towel3.inc" #include "m_towel_flat.inc" #include "m_towel_drape.inc" #include "m_lota.inc"
#switch (View)
#case (1)
  Shot(<17, 26, -58>, <0, 2.7, 0>, 31)
  object { M_towel2 Gamcha("gamcha_blue.png", 13, 13) rotate y*-12 translate At(0, 0, 10) - y*0.22 }
  object { M_towel3 Gamcha("gamcha_green.png", 13, 13) rotate y*-9 translate At(0.3, 0.2, 10) + y*1.93 }
  object { M_towel1 Gamcha("gamcha_red.png", 13, 13) rotate y*-14 translate At(-0.2, 0.1, 10) + y*4.08 }
#break
#case (2)
  Shot(<-13, 33, -32>, <0.5, 0.6, -1.5>, 30)
  object { M_towel_flat Gamcha("gamcha_red.png", 13, 13) rotate y*-16 translate At(4, 21, 12) }
#break
#case (3)
  Shot(<-18, 30, -120>, <1, 22, 0>, 32)
  union {
    cylinder { <-60, 0, 0>, <60, 0, 0>, 1.35 texture { DarkWood scale 0.35 } }
    object { M_towel_drape Gamcha("gamcha_red.png", 13, 13) translate <-7, 0.1, 0> }
    object { M_towel_drape Gamcha("gamcha_green.png", 13, 13) scale <-0.55, 0.86, 1> rotate y*180 translate <25, 0.1, 0> }
    translate <0, 43, 14>
  }
  object { Lota() rotate y*60 translate At(18, -10, 3.9) }
#break
#end
