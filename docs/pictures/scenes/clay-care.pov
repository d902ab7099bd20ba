// clay-care
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_vase.inc" #include "m_cup1.inc" #include "m_cup5.inc" #include "m_bowl.inc" #include "m_jug_lid.inc" #include "m_towel2.inc" #include "m_jug.inc" #include "m_lamp2.inc"
Shot(<12, 44, -84>, <1, 5.6, 0>, 36)
// a wide clay basin of water with a cup soaking, cups drying on a cloth
#declare Basin = lathe { cubic_spline 13, <-1, 0.6>, <0, 0.5>, <6, 0.3>, <9, 0.6>, <11.5, 3>, <12.8, 6.4>, <13.3, 7.0>, <13.0, 7.5>, <12.3, 7.0>, <11.0, 3.4>, <8.6, 1.3>, <0, 1.1>, <-1, 1.1> }
union {
  object { Basin Clay(5) }
  object { Water(5.5, 12.0) }
  object { M_cup1 Clay(3) rotate z*58 rotate y*-40 translate <1.0, 4.2, 1.5> }
  translate At(-13, 3, 8)
}
object { M_towel2 Gamcha("gamcha_blue.png", 13, 13) scale <1.15, 0.45, 1.0> rotate y*-14 translate At(17, -3, 10) }
object { M_cup5 Clay(5) rotate x*180 rotate y*50 translate At(12.5, -4, 10) + y*(7.7 + 0.95) }
object { M_cup1 Clay(7) scale <1, 0.98, 1> rotate x*180 rotate y*130 translate At(22.5, -2, 10) + y*(7.7 + 0.9) }
object { M_lamp2 Clay(7) rotate y*80 translate At(4, -16, 2) }
object { Jug(2) rotate y*60 translate At(6, 27, 6.5) }
