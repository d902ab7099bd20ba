// jute-basket
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_basket.inc" #include "m_towel1.inc" #include "m_towel2.inc" #include "m_towel3.inc" #include "m_jug_lid.inc"
#switch (View)
#case (1)
  Shot(<-9, 42, -88>, <0, 8.2, 0>, 29)
  object { Basket() rotate y*22 translate At(0, 0, 10) + y*0.3 }
#break
#case (2)
  Shot(<-27, 34, -40>, <-6.5, 12.6, -2>, 27)
  object { Basket() rotate y*-38 translate At(0, 0, 10) + y*0.3 }
#break
#case (3)
  Shot(<-6, 48, -84>, <0.5, 9.6, 0>, 30)
  union {
    object { Basket() rotate y*-14 }
    object { M_towel1 Gamcha("gamcha_red.png", 13, 13) scale <0.66, 2.1, 0.88> rotate x*86 rotate z*3 rotate y*8 translate <-0.6, 11.6, -3.2> }
    object { M_towel2 Gamcha("gamcha_blue.png", 13, 13) scale <0.70, 2.0, 0.88> rotate x*93 rotate z*-4 rotate y*2 translate <0.2, 10.6, 1.6> }
    object { M_towel3 Gamcha("gamcha_green.png", 13, 13) scale <0.60, 2.0, 0.90> rotate x*96 rotate z*2 rotate y*-6 translate <0.2, 12.4, 6.2> }
    translate At(0, 0, 10) + y*0.3
  }
#break
#end
