// brass-care
#version 3.7;
#ifndef (View) #declare View = 1; #end
#declare Flags = 1;
#include "studio.inc"
#include "goods.inc"
#include "m_lota.inc" #include "m_tamarind.inc" #include "m_towel3.inc" #include "m_bowl.inc"
Shot(<-8, 34, -72>, <0.6, 4.6, 0>, 36)
object { M_lota Tarnished(3) rotate y*30 translate At(-13, 3, 3.9) }
object { Lota() rotate y*100 translate At(12, 4, 3.9) }
object { Lemon() rotate <-30, 10, 4> translate At(-1.5, -8.5, 1.5) + y*1.4 }
object { Lemon() rotate <-74, -30, 0> translate At(3.8, -5.8, 1.5) + y*2.05 }
object { M_tamarind texture { pigment { granite scale 2 color_map { [0 rgb <0.16, 0.085, 0.04>] [0.5 rgb <0.27, 0.155, 0.075>] [1 rgb <0.37, 0.235, 0.125>] } } normal { granite 0.4 scale 0.8 } finish { diffuse 0.8 specular 0.06 roughness 0.1 } } rotate y*20 translate At(-10, -11.5, 2) - y*0.32 }
object { M_tamarind texture { pigment { granite scale 2 translate 5 color_map { [0 rgb <0.16, 0.085, 0.04>] [0.5 rgb <0.27, 0.155, 0.075>] [1 rgb <0.37, 0.235, 0.125>] } } normal { granite 0.4 scale 0.8 } finish { diffuse 0.8 specular 0.06 roughness 0.1 } } scale 0.9 rotate y*200 translate At(-5.5, -8, 2) - y*0.32 }
object { M_towel3 Gamcha("gamcha_red.png", 13, 13) scale <0.7, 0.8, 0.75> rotate y*-28 translate At(22, -7, 6) }
