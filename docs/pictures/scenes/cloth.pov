// cloth
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_vase.inc" #include "m_lamp1.inc" #include "m_lamp3.inc" #include "m_cup1.inc" #include "m_cup2.inc" #include "m_bowl.inc" #include "m_lota.inc" #include "m_mat2.inc" #include "m_towel1.inc" #include "m_towel2.inc" #include "m_tray.inc" #include "m_jar.inc" #include "m_honey_fill.inc" #include "m_capcloth.inc" #include "m_capstring.inc" #include "m_marigold.inc" #include "m_spoon.inc"
Shot(<-6, 92, -88>, <0, 2, 2>, 44)
object { Vase(1) rotate y*40 translate At(-28, 18, 5) }
object { PlacematIndigo(4) rotate y*30 translate At(-2, 3, 12) + y*0.2 }
object { Bowl() rotate y*40 translate At(-2, 3, 12) + y*1.0 }
object { M_towel2 Gamcha("gamcha_blue.png", 13, 13) rotate y*24 translate At(30, -14, 10) }
object { M_towel1 Gamcha("gamcha_red.png", 13, 13) rotate y*27 translate At(30, -14, 10) + y*2.15 }
object { Tray() rotate y*-18 translate At(30, 22, 10) + y*1.25 }
object { M_cup1 BlackClay(1) rotate y*40 translate At(30, 22, 10) + <-6, 1.75, -1> }
object { M_cup2 BlackClay(2) rotate y*140 translate At(30, 22, 10) + <4, 1.75, 2.5> }
object { HoneyJar(1) rotate y*10 translate At(-29, -7, 4) }
object { Lota() rotate y*30 translate At(3, 30, 3.9) }
object { M_lamp1 Clay(3) rotate y*60 translate At(-9, -22, 2) }
object { M_lamp3 Clay(5) rotate y*110 translate At(1, -25, 2) }
object { Spoon() rotate y*48 translate At(-36, -22, 2) }
object { Marigold(1) scale 1.25 rotate x*-10 translate At(9.5, -20, 1.5) }
object { Marigold(<1.1, 1.12, 1>) scale 1.2 rotate <12, 40, 8> translate At(-17, -16, 1.5) }
