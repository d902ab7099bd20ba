// kantha-cushion
#version 3.7;
#ifndef (View) #declare View = 1; #end
#if (View = 3) #declare NoWeave = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_cushion.inc" #include "m_stitch_indigo.inc" #include "m_stitch_white.inc" #include "m_cup5.inc" #include "m_towel2.inc"
#include "m_basket.inc"
#switch (View)
#case (1)
  Shot(<-7, 84, -62>, <0.3, 3.0, -0.5>, 29)
  object { Cushion() rotate y*9 translate At(0, 0, 12) + y*3.5 }
#break
#case (2)
  Shot(<9, 30, -37>, <-2.4, 12.0, -1.5>, 25)
  object { Cushion() rotate y*16 rotate x*-42 rotate y*-6 translate At(0, 0, 12) + y*11 }
#break
#case (3)
  Shot(<12, 38, -108>, <4.5, 12.0, 0>, 33)
  object { Cushion() rotate y*-4 rotate x*-62 rotate y*7 translate At(-7, 0, 9) + <0, 15.9, 0> }
  object { Basket() scale 0.95 rotate y*20 translate At(-4, 21, 10) }
  object { Book(18, 2.6, 13, <0.30, 0.075, 0.05>) rotate y*-14 translate At(15.5, -11, 3) - y*0.1 }
  union { object { M_cup5 Clay(5) } object { Tea(6.0, 3.72) } rotate y*40 translate At(15.5, -11, 3) + <9.5, 2.5, 8.5> }
#break
#end
